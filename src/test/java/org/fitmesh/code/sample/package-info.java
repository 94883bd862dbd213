/** Endpoints of Java code, as applications write them. */
package org.fitmesh.code.sample;
