/** What a role brings to the kit, and how a platform under test is plugged in. */
@NullMarked
package io.xuemeng.conformance.role;

import org.jspecify.annotations.NullMarked;
