package org.fitmesh.error;

/** The values of {@code extensions.code} in Hasura v2, spelled as clients see them. */
public enum ErrorCode {
    VALIDATION_FAILED("validation-failed"),
    PARSE_FAILED("parse-failed"),
    CONSTRAINT_VIOLATION("constraint-violation"),
    CONSTRAINT_ERROR("constraint-error"),
    PERMISSION_ERROR("permission-error"),
    DATA_EXCEPTION("data-exception"),
    BAD_REQUEST("bad-request"),
    NOT_FOUND("not-found"),
    NOT_EXISTS("not-exists"),
    NOT_SUPPORTED("not-supported"),
    ALREADY_EXISTS("already-exists"),
    ALREADY_TRACKED("already-tracked"),
    ALREADY_UNTRACKED("already-untracked"),
    DEPENDENCY_ERROR("dependency-error"),
    PERMISSION_DENIED("permission-denied"),
    REMOTE_SCHEMA_CONFLICTS("remote-schema-conflicts"),
    CONFLICT("conflict"),
    CYCLIC_DEPENDENCY("cyclic-dependency"),
    BUSY("busy"),
    UNEXPECTED_PAYLOAD("unexpected-payload"),
    UNEXPECTED("unexpected"),
    INVALID_PARAMS("invalid-params"),
    ACCESS_DENIED("access-denied"),
    INVALID_HEADERS("invalid-headers"),
    INVALID_JWT("invalid-jwt"),
    JWT_INVALID_CLAIMS("jwt-invalid-claims"),
    JWT_MISSING_ROLE_CLAIMS("jwt-missing-role-claims"),
    INVALID_JSON("invalid-json"),
    INVALID_CONFIGURATION("invalid-configuration"),
    REMOTE_SCHEMA_ERROR("remote-schema-error"),
    CONCURRENT_UPDATE("concurrent-update"),
    POSTGRES_ERROR("postgres-error"),
    POSTGRES_MAX_CONNECTIONS_ERROR("postgres-max-connections-error"),
    TIMEOUT("timeout");

    private final String text;

    ErrorCode(String text) {
        this.text = text;
    }

    /** The code as it is written in a reply, such as {@code validation-failed}. */
    public String text() {
        return text;
    }
}
