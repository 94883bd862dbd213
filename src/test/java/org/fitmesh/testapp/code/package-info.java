/** GraphQL endpoints of an application, which tests add to the WAR as a jar. */
package org.fitmesh.testapp.code;
