package io.xuemeng.lrs.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A data source that tells a watcher what is done on it, who can make it fail, or do something else in between. */
final class WatchedSource {

    /** What is told of each call: {@code getConnection}, {@code commit}, or the SQL that is executed. */
    interface Watcher {

        /** Called before; what it throws, the caller gets instead. */
        default void before(String call) throws SQLException {}

        /** Called after it succeeded; what it throws, the caller gets all the same. */
        default void after(String call) throws SQLException {}
    }

    private WatchedSource() {}

    static DataSource of(DataSource source, Watcher watcher) {
        return proxy(DataSource.class, source, null, watcher);
    }

    private static <T> T proxy(Class<T> type, Object target, String sql, Watcher watcher) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean hasSql = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
                    String name = method.getName();
                    String call = !name.startsWith("execute") ? name : hasSql ? (String) arguments[0] : sql;
                    watcher.before(call);
                    Object result;
                    try {
                        result = method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    watcher.after(call);
                    if (name.equals("getConnection") && target instanceof DataSource) {
                        return proxy(Connection.class, result, null, watcher);
                    }
                    if (name.equals("prepareStatement")) {
                        return proxy(PreparedStatement.class, result, (String) arguments[0], watcher);
                    }
                    return name.equals("createStatement") ? proxy(Statement.class, result, null, watcher) : result;
                }));
    }
}
