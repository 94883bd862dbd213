/** An agent for servers under test: deploys the application anew. */
package org.fitmesh.redeploy;
