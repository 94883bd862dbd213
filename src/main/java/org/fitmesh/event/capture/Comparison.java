package org.fitmesh.event.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fitmesh.catalog.TableName;
import org.fitmesh.event.capture.Deviation.State;

/**
 * Compares the capture triggers of the database with those that are wanted. The statements that
 * make up for a difference come from PostgreSQL too, which quotes the names in them.
 */
final class Comparison {
    private static final String WANTED =
            """
            with wanted as (
              select w.*,
                'fitmesh_event_' || w.event_trigger || '_' || w.operation as name,
                pg_catalog.format('%I.%I', w.schema_name, w.table_name) as quoted_table
              from pg_catalog.jsonb_to_recordset(?::jsonb) as w(
                event_trigger text, schema_name text, table_name text, operation text,
                always boolean, changed text[], payload text[], stringified text[],
                key_columns text[])
            )
            """;

    /**
     * Whether a row has changed is told by its bytes: types such as json and point have no equality
     * operator. A function, not its operator {@code *<>}: pg_dump writes that one in a way that
     * cannot be read again.
     */
    private static final String DEFINITIONS =
            WANTED
                    + """
                    , conditions as (
                      select w.*, (
                        select pg_catalog.string_agg(
                          coalesce(
                            (select 'row(' || pg_catalog.string_agg(
                                pg_catalog.format('%s.%I', image, changed_column),
                                ', ' order by changed_column) || ')'
                              from pg_catalog.unnest(w.changed) as changed_column),
                            image || '.*'),
                          ', ' order by image desc)
                        from pg_catalog.unnest(array['old', 'new']) as image
                      ) as images
                      from wanted w
                    ), definitions as (
                      select c.*, pg_catalog.format(
                        'create or replace trigger %I after %s on %s for each row %s'
                          || 'execute function fitmesh.capture_event(%L, %L, %L, %L, %L, %L)',
                        c.name, c.operation, c.quoted_table,
                        case when c.operation = 'update' then
                          'when (pg_catalog.record_image_ne(' || c.images || ')) ' end,
                        c.event_trigger, c.schema_name, c.table_name,
                        coalesce(c.payload::text, ''),
                        coalesce(c.stringified::text, ''),
                        coalesce(c.key_columns::text, '')) as definition
                      from conditions c
                    )
                    """;

    /**
     * The comment on a trigger says what it was made of and what it was then: whichever of the two
     * is another now, the trigger is made anew. The schema of the function is written only where
     * the search path leads elsewhere. Partitions have a trigger of the same name each, which can
     * be disabled alone.
     */
    private static final String DEVIATIONS =
            DEFINITIONS
                    + """
                    , states as (
                      select d.*,
                        case
                          when t.oid is null then 'MISSING'
                          when pg_catalog.obj_description(t.oid, 'pg_trigger') is distinct from
                              pg_catalog.md5(d.definition) || ' ' || pg_catalog.md5(
                                pg_catalog.replace(
                                  pg_catalog.pg_get_triggerdef(t.oid), 'FUNCTION fitmesh.', 'FUNCTION '))
                            then 'CHANGED'
                          when exists (
                              select from pg_catalog.pg_trigger one
                              where one.tgname = d.name and one.tgfoid = t.tgfoid
                                and one.tgenabled <> case when d.always then 'A' else 'O' end)
                            then 'DISABLED'
                        end as state
                      from definitions d
                      left join pg_catalog.pg_trigger t
                        on t.tgrelid = pg_catalog.to_regclass(d.quoted_table)
                        and t.tgname = d.name and t.tgparentid = 0
                    )
                    select s.event_trigger, s.name, s.schema_name, s.table_name, s.state,
                      s.quoted_table, s.definition,
                      pg_catalog.format(
                        'alter table %s enable %s trigger %I', s.quoted_table,
                        case when s.always then 'always' end, s.name) as enabling
                    from states s
                    where s.state is not null
                    order by s.schema_name, s.table_name, s.name
                    """;

    private static final String OTHERS =
            WANTED
                    + """
                    select t.tgname, n.nspname, c.relname,
                      pg_catalog.format(
                        'drop trigger %I on %I.%I', t.tgname, n.nspname, c.relname) as removal
                    from pg_catalog.pg_trigger t
                    join pg_catalog.pg_class c on c.oid = t.tgrelid
                    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                    where t.tgfoid = pg_catalog.to_regprocedure('fitmesh.capture_event()')
                      and t.tgparentid = 0
                      and not exists (
                        select from wanted w
                        where w.name = t.tgname
                          and pg_catalog.to_regclass(w.quoted_table) = t.tgrelid)
                    order by n.nspname, c.relname, t.tgname
                    """;

    private static final String MARK =
            """
            select pg_catalog.format(
              'comment on trigger %I on %s is %L', t.tgname, marked.quoted_table,
              pg_catalog.md5(marked.definition) || ' ' || pg_catalog.md5(
                pg_catalog.replace(
                  pg_catalog.pg_get_triggerdef(t.oid), 'FUNCTION fitmesh.', 'FUNCTION ')))
            from (values (?, ?, ?)) as marked(quoted_table, name, definition)
            join pg_catalog.pg_trigger t
              on t.tgrelid = pg_catalog.to_regclass(marked.quoted_table) and t.tgname = marked.name
            """;

    private Comparison() {}

    /** What is not as it is wanted. */
    static List<Deviation> deviations(Connection connection, String wanted) throws SQLException {
        List<Deviation> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(DEVIATIONS)) {
            statement.setString(1, wanted);
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                found.add(
                        new Deviation(
                                row.getString("event_trigger"),
                                row.getString("name"),
                                table(row.getString("schema_name"), row.getString("table_name")),
                                State.valueOf(row.getString("state")),
                                row.getString("quoted_table"),
                                row.getString("definition"),
                                row.getString("enabling")));
            }
        }
        return found;
    }

    /** Capture triggers that are not wanted at all. */
    static List<Superfluous> others(Connection connection, String wanted) throws SQLException {
        List<Superfluous> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OTHERS)) {
            statement.setString(1, wanted);
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                found.add(
                        new Superfluous(
                                row.getString("tgname"),
                                table(row.getString("nspname"), row.getString("relname")),
                                row.getString("removal")));
            }
        }
        return found;
    }

    /** The statement that notes on a trigger, just made, what it was made of. */
    static String mark(Connection connection, Deviation made) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MARK)) {
            statement.setString(1, made.quotedTable());
            statement.setString(2, made.name());
            statement.setString(3, made.definition());
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    private static TableName table(String schema, String name) {
        return new TableName(schema, name);
    }
}
