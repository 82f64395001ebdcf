package io.xuemeng.examples.intake.report;

import java.time.Duration;

/**
 * How a run ended.
 *
 * @param tally what was counted
 * @param elapsed how long it took
 * @param interrupted whether somebody ended it before all inputs were judged
 */
public record End(Tally tally, Duration elapsed, boolean interrupted) {}
