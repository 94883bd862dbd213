/**
 * Makes the caller known to Java code: to the container, which enforces {@code @RolesAllowed}, and
 * to the beans that applications inject.
 *
 * <p>In: an {@link org.fitmesh.auth.Identity}, when a request is about to run Java code. Out: the
 * container's caller until that request ends, and the beans {@link org.fitmesh.session.Session} and
 * {@link org.eclipse.microprofile.jwt.JsonWebToken}. What can fail here is the container, which may
 * refuse the login. Imports {@code auth} and {@code session} only; nothing else knows Jakarta
 * Authentication.
 *
 * <p>{@link org.fitmesh.auth.caller.CallerLogin} is called by the door; it puts the caller on the
 * request ({@code ContainerLogin}), has the container ask for it ({@code LoginProvider}, {@code
 * LoginModule}) and keeps it for the beans ({@code CurrentCaller}).
 */
package org.fitmesh.auth.caller;
