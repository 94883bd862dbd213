/** Java code of an application whose start fails. */
package org.fitmesh.testapp.failing;
