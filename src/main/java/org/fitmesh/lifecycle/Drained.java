package org.fitmesh.lifecycle;

import java.util.Map;

/**
 * What came of the wait for work under way.
 *
 * @param unfinished how much has not ended in time, by kind ({@code requests}, {@code deliveries})
 */
public record Drained(Map<String, Integer> unfinished) {}
