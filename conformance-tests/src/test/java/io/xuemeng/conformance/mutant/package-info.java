/** What mutants have in common: how they read and write packages otherwise than they should. */
@NullMarked
package io.xuemeng.conformance.mutant;

import org.jspecify.annotations.NullMarked;
