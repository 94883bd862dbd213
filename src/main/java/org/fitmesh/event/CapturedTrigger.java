package org.fitmesh.event;

import org.fitmesh.catalog.Table;
import org.fitmesh.metadata.EventTrigger;

/**
 * An event trigger whose table and columns are there, so that its events can be captured; whether
 * they can be delivered too is another question.
 */
public record CapturedTrigger(EventTrigger definition, Table table) {}
