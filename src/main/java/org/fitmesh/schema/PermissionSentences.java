package org.fitmesh.schema;

import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.FunctionName;
import org.fitmesh.catalog.TableName;

/**
 * How an administrator is told what a role lacks.
 *
 * @param role its name
 */
record PermissionSentences(String role) {

    String noPermission(String kind, TableName table) {
        return theRole() + "has no " + kind + " permission on table '" + full(table) + "'";
    }

    String noPermission(String kind, String what, String name, TableName table) {
        return theRole()
                + ("has no " + kind + " permission " + what + " '" + name)
                + ("' of table '" + full(table) + "'");
    }

    String noColumn(String kind, TableName table, Column column) {
        return noPermission(kind, "for column", column.name(), table);
    }

    /** A column that a permission sets is nobody's to give. */
    String setsColumn(String kind, TableName table, Column column) {
        return ofPermission(kind, table) + " sets column '" + column.name() + "' itself";
    }

    String noColumnFor(String argument, String kind, TableName table) {
        return ofPermission(kind, table) + " has no column that '" + argument + "' takes";
    }

    String noFunction(FunctionName function) {
        return theRole()
                + ("has no permission for function '" + function.schema())
                + ("." + function.name() + "'");
    }

    String noAggregations(TableName table) {
        return ofPermission("select", table) + " does not allow aggregations";
    }

    String noKey(TableName table) {
        return ofPermission("select", table) + " does not include the whole primary key";
    }

    String notInQueryRootFields(TableName table) {
        return ofPermission("select", table) + " leaves the field out of query_root_fields";
    }

    String backendOnly(String kind, TableName table) {
        return ofPermission(kind, table)
                + " is backend_only, which needs the header"
                + " x-hasura-use-backend-only-permissions: true";
    }

    String noCode(String field) {
        return theRole() + "may not call the Java code behind '" + field + "'";
    }

    String noRemoteField(String field, String remote) {
        return theRole()
                + ("has no permission for field '" + field)
                + ("' of remote schema '" + remote + "'");
    }

    private String theRole() {
        return "the role '" + role + "' ";
    }

    private String ofPermission(String kind, TableName table) {
        return "the " + kind + " permission of role '" + role + "' on table '" + full(table) + "'";
    }

    private static String full(TableName table) {
        return table.schema() + "." + table.name();
    }
}
