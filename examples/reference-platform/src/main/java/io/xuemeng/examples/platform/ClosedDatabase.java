package io.xuemeng.examples.platform;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Has the pool let go of connections to an H2 database that was closed, by a full disk say or a compaction: it would go on handing
 * them out, because their states do not begin with 08, and a busy store would stay broken though the next connection opens it again.
 */
final class ClosedDatabase implements SQLExceptionOverride {

    /** H2's: the connection is broken; the database has been closed; it is closed already; an object is closed. */
    private static final Set<String> CLOSED = Set.of("90067", "90098", "90121", "90007");

    @java.lang.Override
    public Override adjudicate(SQLException e) {
        return CLOSED.contains(String.valueOf(e.getSQLState())) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
