/**
 * MBeans of what an administrator looks at and does, in the server's own JMX ({@code docs/jmx.md}).
 *
 * <p>In: the snapshot in force, the remotes, the event log, the caches and the counts of sessions.
 * Out: MBeans below {@code org.fitmesh}, each with its attributes, operations and parameters
 * described ({@link org.fitmesh.management.jmx.OpenBean}), in open types, so that a console needs
 * no class of Fitmesh. They come and go with the snapshot, and all go with the application ({@code
 * ManagementBeans}).
 *
 * <p>What can fail here is the registration (the log says so, and the application goes on) and what
 * an attribute or operation needs, the database above all (an {@code MBeanException} with one
 * line). Who may use JMX is the server's business; who may, is an administrator. Nobody imports
 * this package.
 */
package org.fitmesh.management.jmx;
