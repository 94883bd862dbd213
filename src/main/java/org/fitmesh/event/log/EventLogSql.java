package org.fitmesh.event.log;

/** How rows of the log become JSON: Hasura's names, times in UTC without a zone. */
final class EventLogSql {
    private static final String EVENT_ROW =
            "json_build_object('id', e.id, 'schema_name', e.schema_name,"
                    + " 'table_name', e.table_name, 'trigger_name', e.trigger_name,"
                    + " 'payload', e.payload, 'delivered', e.delivered, 'error', e.error,"
                    + " 'tries', e.tries, 'created_at', to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US'),"
                    + " 'locked', case when e.leased_until > now() then"
                    + " e.leased_until at time zone 'UTC' end,"
                    + " 'next_retry_at', case when e.tries > 0 and not e.delivered and not e.error"
                    + " and not e.archived then e.due_at at time zone 'UTC' end,"
                    + " 'archived', e.archived)";

    /** What was sent is put together again: it is kept once, with the event. */
    private static final String INVOCATION_ROW =
            "json_build_object('id', i.id, 'trigger_name', i.trigger_name, 'event_id', i.event_id,"
                    + " 'status', i.status, 'request', json_build_object("
                    + "'payload', json_build_object('id', e.id,"
                    + " 'created_at', to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US'),"
                    + " 'table', json_build_object('schema', e.schema_name, 'name', e.table_name),"
                    + " 'trigger', json_build_object('name', e.trigger_name),"
                    + " 'delivery_info', json_build_object('current_retry', i.current_retry,"
                    + " 'max_retries', i.max_retries), 'event', e.payload),"
                    + " 'headers', i.request_headers, 'version', '2'),"
                    + " 'response', i.response, 'created_at', i.created_at at time zone 'UTC')";

    private static final String NEWEST_INVOCATIONS =
            " order by created_at desc, id limit ? offset ?) i"
                    + " join fitmesh.event_log e on e.id = i.event_id";

    static final String INVOCATIONS =
            "select coalesce(json_agg("
                    + INVOCATION_ROW
                    + " order by i.created_at desc, i.id), '[]')"
                    + " from (select * from fitmesh.event_invocation_log where trigger_name = ?"
                    + NEWEST_INVOCATIONS;

    /** Takes the id, limit and offset of the invocations, and the id again. */
    static final String EVENT =
            "select json_build_object('event', "
                    + EVENT_ROW
                    + ", 'invocations', (select coalesce(json_agg("
                    + INVOCATION_ROW
                    + " order by i.created_at desc, i.id), '[]')"
                    + " from (select * from fitmesh.event_invocation_log where event_id = ?"
                    + NEWEST_INVOCATIONS
                    + ")) from fitmesh.event_log e where e.id = ?";

    private EventLogSql() {}

    /** Takes the trigger's name, limit and offset. */
    static String events(EventLog.Status status) {
        return "select coalesce(json_agg("
                + EVENT_ROW
                + " order by e.created_at desc, e.position desc), '[]')"
                + " from (select * from fitmesh.event_log where trigger_name = ? and "
                + status.condition()
                + " order by created_at desc, position desc limit ? offset ?) e";
    }
}
