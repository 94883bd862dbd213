/**
 * A stand-in for Auth0: signs tokens for whoever asks, and publishes its keys.
 *
 * <p>In: {@code GET /token?sub=…&role=…}. Out: JWTs and {@code /.well-known/jwks.json}. For
 * development and tests only: it asks nobody for a password. Must not import anything of the WAR.
 */
package org.fitmesh.dev.issuer;
