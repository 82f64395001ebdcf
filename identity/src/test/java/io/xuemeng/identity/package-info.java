/** What the tests of all packages share: keys, a fixed time, and samples. */
@NullMarked
package io.xuemeng.identity;

import org.jspecify.annotations.NullMarked;
