/**
 * Who made a package, who reviewed it, and whether it is untouched: signer roles, whom to trust in which role, and what a profile
 * demands. The signatures themselves are made and verified by {@code io.xuemeng.core.asic}.
 */
@NullMarked
package io.xuemeng.resource.signature;

import org.jspecify.annotations.NullMarked;
