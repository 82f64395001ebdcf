/** Federated identity as a whole: the requirements that its packages judge by. */
@NullMarked
package io.xuemeng.identity;

import org.jspecify.annotations.NullMarked;
