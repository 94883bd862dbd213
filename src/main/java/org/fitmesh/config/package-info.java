/**
 * Every setting, with Hasura's names where Hasura has one.
 *
 * <p>In: MicroProfile Config (environment, system properties, the server's console, files). Out:
 * {@link org.fitmesh.config.Settings}, records grouped by use, read once at start. What can fail
 * here is a value: an {@link org.fitmesh.config.InvalidSettingException} names the setting and what
 * is allowed, and never shows a secret. This package is the only reader of MicroProfile Config; it
 * imports no other package of Fitmesh.
 */
package org.fitmesh.config;
