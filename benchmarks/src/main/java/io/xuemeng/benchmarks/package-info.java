/**
 * JMH benchmarks. In each class {@code ours…}, {@code floor…} and {@code peer…} with the same suffix do the same work on the
 * same bytes, so that one run gives the ratios.
 */
@NullMarked
package io.xuemeng.benchmarks;

import org.jspecify.annotations.NullMarked;
