package io.xuemeng.identity.keys;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** A database that goes away when it is told to. */
final class FailingDataSource {

    private FailingDataSource() {}

    static DataSource over(DataSource database, BooleanSupplier gone) {
        return (DataSource) Proxy.newProxyInstance(
                FailingDataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (gone.getAsBoolean()) {
                        throw new SQLException("the connection was closed");
                    }
                    try {
                        return method.invoke(database, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
