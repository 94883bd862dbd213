/**
 * What those have in common who ask other servers over HTTP: remote schemas, webhooks, handlers of
 * input validations, Hygraph.
 *
 * <p>In: an address, a reply, a header. Out: a client that follows no redirect, the bytes of a
 * reply within bounds, a wait, which addresses and which headers of a client are allowed. What can
 * fail here is the reply: too slow, too long, cut off; the caller says what that means. Imports
 * nothing of Fitmesh.
 */
package org.fitmesh.http;
