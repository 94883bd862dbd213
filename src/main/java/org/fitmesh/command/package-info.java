/**
 * Commands of administrators: {@code {type, args}} changes the metadata, or tells of it and of the
 * event log; SQL of administrators ({@code RunSql}) changes the tables that the metadata names.
 *
 * <p>In: a command as JSON. Out: its answer as JSON. A request is one transaction ({@link
 * org.fitmesh.command.Work}): the stored document, the triggers of the database and the event log
 * change together or not at all, and what is in force changes after the commit. What can fail here
 * is the command (a {@code RequestException} with Hasura's code) and the database. The older
 * commands on rows make the queries of {@code plan.table}, which {@code execute} runs in the
 * command's transaction. Imports {@code state}, {@code event}, {@code metadata}, {@code catalog},
 * and for those commands {@code schema}, {@code plan} and {@code execute}; nothing of HTTP. To add
 * a command: a class that implements {@link org.fitmesh.command.Command}, or an {@link
 * org.fitmesh.command.Edit} of the document, and a line in {@link
 * org.fitmesh.command.CommandNames}.
 */
package org.fitmesh.command;
