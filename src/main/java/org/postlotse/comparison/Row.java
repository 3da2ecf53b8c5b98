package org.postlotse.comparison;

/**
 * One value, now and as it must be.
 *
 * @param field which value
 * @param now as it was told; empty when it was not
 * @param judgement what becomes of it
 */
public record Row(Field field, String now, Judgement judgement) {}
