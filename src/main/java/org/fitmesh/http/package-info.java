/**
 * What those have in common who ask other servers over HTTP: remote schemas, webhooks, Hygraph.
 *
 * <p>In: an address, a reply, a header. Out: a client that follows no redirect, the bytes of a
 * reply within bounds, a wait. What can fail here is the reply: too slow, too long, cut off; the
 * caller says what that means. Imports nothing of Fitmesh.
 */
package org.fitmesh.http;
