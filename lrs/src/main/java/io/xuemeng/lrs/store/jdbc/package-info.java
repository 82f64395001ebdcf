/**
 * A record store in a relational database, over plain JDBC: H2 in a file, or PostgreSQL and what speaks its dialect. Its way in
 * is {@link io.xuemeng.lrs.store.jdbc.JdbcRecordStore}.
 */
@NullMarked
package io.xuemeng.lrs.store.jdbc;

import org.jspecify.annotations.NullMarked;
