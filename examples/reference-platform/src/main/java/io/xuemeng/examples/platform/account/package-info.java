/** The people who have an account here: what is known of them, and how they prove who they are. */
@NullMarked
package io.xuemeng.examples.platform.account;

import org.jspecify.annotations.NullMarked;
