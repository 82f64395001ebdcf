/** Not filled yet; see the package's description. */
module io.xuemeng.lrs {
    requires transitive io.xuemeng.core;
    requires static org.jspecify;
}
