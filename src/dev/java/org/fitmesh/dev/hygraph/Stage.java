package org.fitmesh.dev.hygraph;

/** Where content lives: edited in DRAFT, seen by readers in PUBLISHED. */
public enum Stage {
    DRAFT,
    PUBLISHED
}
