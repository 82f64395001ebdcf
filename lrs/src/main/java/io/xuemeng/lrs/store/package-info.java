/**
 * What an LRS asks of a store: statements, documents, attachments, deletion. Whoever keeps records elsewhere than in a JDBC
 * database implements {@link io.xuemeng.lrs.store.RecordStore}.
 */
@NullMarked
package io.xuemeng.lrs.store;

import org.jspecify.annotations.NullMarked;
