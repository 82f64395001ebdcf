/** The shared language of Xuemeng, requirements and findings, and its shared mechanisms: strict readers and codes. */
module io.xuemeng.core {
    requires transitive jakarta.validation;
    requires transitive java.xml;
    requires com.ctc.wstx;
    requires com.fasterxml.jackson.core;
    requires java.net.http;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.xuemeng.core.asic;
    exports io.xuemeng.core.code;
    exports io.xuemeng.core.crypto;
    exports io.xuemeng.core.crypto.certificate;
    exports io.xuemeng.core.crypto.demonstration;
    exports io.xuemeng.core.crypto.timestamp;
    exports io.xuemeng.core.input;
    exports io.xuemeng.core.jose;
    exports io.xuemeng.core.json;
    exports io.xuemeng.core.net;
    exports io.xuemeng.core.requirement;
    exports io.xuemeng.core.zip;
    exports io.xuemeng.core.xml;
}
