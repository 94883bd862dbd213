/**
 * Java code as a team adds it to the WAR, in a jar without an index: endpoints of GraphQL as CDI
 * and EJB beans, and a servlet that calls them as the engine does.
 */
package org.fitmesh.codeapp;
