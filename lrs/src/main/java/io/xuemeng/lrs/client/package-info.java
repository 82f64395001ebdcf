/**
 * The client of a learning record store (LRS): statements in batches and as a lazy stream, attachments, documents with entity tags.
 * It repeats what a network or a busy server let down, and never sends a statement twice under two ids.
 */
@NullMarked
package io.xuemeng.lrs.client;

import org.jspecify.annotations.NullMarked;
