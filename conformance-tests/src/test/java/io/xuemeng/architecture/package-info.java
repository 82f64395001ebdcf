/** The rules of the house, held over every production class of the SDK and the kit. */
@NullMarked
package io.xuemeng.architecture;

import org.jspecify.annotations.NullMarked;
