package org.fitmesh.config;

import java.util.Locale;

/** Hasura's experimental features; those that change nothing here are known nevertheless. */
public enum ExperimentalFeature {
    /** Inherited roles are always there. */
    INHERITED_ROLES,
    OPTIMIZE_PERMISSION_FILTERS,
    /** Generated names may be spelled differently. */
    NAMING_CONVENTION,
    STREAMING_SUBSCRIPTIONS,
    APOLLO_FEDERATION,
    /** There is no {@code update_<table>_many}. */
    HIDE_UPDATE_MANY_FIELDS,
    BIGQUERY_STRING_NUMERIC_INPUT,
    /** Conditions do not aggregate rows of relationships. */
    HIDE_AGGREGATION_PREDICATES,
    HIDE_STREAM_FIELDS,
    GROUP_BY_AGGREGATIONS,
    /** Arrays of PostgreSQL are scalars instead of lists. */
    DISABLE_POSTGRES_ARRAYS,
    /** A variable without a value leaves its place as if nothing stood there. */
    NO_NULL_UNBOUND_VARIABLE_DEFAULT,
    REMOVE_EMPTY_SUBSCRIPTION_RESPONSES;

    /** As the setting says it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
