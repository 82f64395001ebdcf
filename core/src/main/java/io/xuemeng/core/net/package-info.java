/** Fetching what an input, or a configuration, names: the policy, a fetcher that keeps to it, and the SPI for one of your own. */
@NullMarked
package io.xuemeng.core.net;

import org.jspecify.annotations.NullMarked;
