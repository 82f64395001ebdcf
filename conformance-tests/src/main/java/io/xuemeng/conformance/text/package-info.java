/** What the kit says, in Chinese and English, and what it must not say: secrets and personal data. */
@NullMarked
package io.xuemeng.conformance.text;

import org.jspecify.annotations.NullMarked;
