/**
 * Vocabularies as data: the LOM's value lists, the tag dimensions of the national platform, codes of Chinese standards, and
 * the mappings between them, each with where it comes from and how sure that is.
 */
@NullMarked
package io.xuemeng.resource.vocabulary;

import org.jspecify.annotations.NullMarked;
