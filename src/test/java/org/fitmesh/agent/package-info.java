/** What tests load into the process of a server. */
package org.fitmesh.agent;
