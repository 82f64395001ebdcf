package io.xuemeng.lrs.statement;

/** The validation group of xAPI 1.0.3; the default group is xAPI 2.0. See {@link Conforming}. */
public interface Xapi10 {}
