package org.fitmesh.auth.caller;

import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ClientAuthConfig;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;

/** What Jakarta Authentication wants around the one {@link LoginModule}. */
final class LoginProvider implements AuthConfigProvider {

    @Override
    public ServerAuthConfig getServerAuthConfig(
            String layer, String appContext, CallbackHandler handler) {
        return new Configuration(layer, appContext, new LoginModule(handler));
    }

    /** None: a servlet container has servers only. */
    @Override
    public ClientAuthConfig getClientAuthConfig(
            String layer, String appContext, CallbackHandler handler) {
        return null;
    }

    @Override
    public void refresh() {
        // Nothing changes.
    }

    private record Configuration(String layer, String appContext, LoginModule module)
            implements ServerAuthConfig {

        @Override
        public ServerAuthContext getAuthContext(
                String id, Subject service, Map<String, Object> properties) {
            return module;
        }

        @Override
        public String getMessageLayer() {
            return layer;
        }

        @Override
        public String getAppContext() {
            return appContext;
        }

        /** The same for all messages. */
        @Override
        public String getAuthContextID(MessageInfo message) {
            return appContext;
        }

        @Override
        public void refresh() {
            // Nothing changes.
        }

        @Override
        public boolean isProtected() {
            return false;
        }
    }
}
