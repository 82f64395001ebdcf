/** LTI 1.3: verifying launches, with which a learning platform sends people to tools. */
@NullMarked
package io.xuemeng.identity.lti;

import org.jspecify.annotations.NullMarked;
