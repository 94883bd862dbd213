package org.fitmesh.auth.caller;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;

/**
 * Tells the container the caller that a login has put on the request. The container asks it for
 * every request; it says nothing of all others, and looks at no header.
 */
final class LoginModule implements ServerAuthContext {
    private final CallbackHandler container;

    LoginModule(CallbackHandler container) {
        this.container = container;
    }

    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject client, Subject service)
            throws AuthException {
        HttpServletRequest request = (HttpServletRequest) message.getRequestMessage();
        if (request.getAttribute(CallerRoles.ATTRIBUTE) instanceof CallerRoles login) {
            tell(
                    new CallerPrincipalCallback(client, login.principal()),
                    new GroupPrincipalCallback(client, login.roles().toArray(String[]::new)));
        } else {
            tell(new CallerPrincipalCallback(client, (Principal) null));
        }
        return AuthStatus.SUCCESS;
    }

    private void tell(Callback... callbacks) throws AuthException {
        try {
            container.handle(callbacks);
        } catch (IOException | UnsupportedCallbackException e) {
            throw (AuthException) new AuthException("the container took no caller").initCause(e);
        }
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, Subject service) {
        return AuthStatus.SEND_SUCCESS;
    }

    @Override
    public void cleanSubject(MessageInfo message, Subject subject) {
        subject.getPrincipals().clear();
    }
}
