package org.fitmesh.plan.table;

/**
 * A value of a row that an earlier step of the same nested insert has written.
 *
 * @param step which of the steps, from 0
 * @param row which of the step's rows, from 0
 * @param key which of the values that the step tells of each row, from 0
 */
public record WrittenKey(int step, int row, int key) {}
