package org.fitmesh.auth.caller;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * The response as the container sees it while it takes a caller. Open Liberty adds a cookie with
 * which the client would be that caller for two hours more, by single sign-on: a token must count
 * for the request that carries it alone.
 */
final class WithoutCookies extends HttpServletResponseWrapper {
    private static final String HEADER = "Set-Cookie";

    WithoutCookies(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void addCookie(Cookie cookie) {
        // The client is given none.
    }

    @Override
    public void addHeader(String name, String value) {
        if (!HEADER.equalsIgnoreCase(name)) super.addHeader(name, value);
    }

    @Override
    public void setHeader(String name, String value) {
        if (!HEADER.equalsIgnoreCase(name)) super.setHeader(name, value);
    }
}
