/**
 * JSON Web Tokens by Hasura's rules: configuration, keys, signatures, claims.
 *
 * <p>In: HASURA_GRAPHQL_JWT_SECRET, a token, key sets of issuers. Out: {@link
 * org.fitmesh.auth.jwt.VerifiedClaims}. What can fail here is the token; the issuer being away is
 * not a failure while there are keys from before. Imports {@code error} and {@code config} only;
 * only this package knows the JOSE library.
 */
package org.fitmesh.auth.jwt;
