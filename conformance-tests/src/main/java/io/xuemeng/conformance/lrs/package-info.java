/** The role lrs: what a learning record store is asked, in each version of xAPI it speaks, and the tests of what it answers. */
@NullMarked
package io.xuemeng.conformance.lrs;

import org.jspecify.annotations.NullMarked;
