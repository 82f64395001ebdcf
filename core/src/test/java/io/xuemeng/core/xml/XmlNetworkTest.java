package io.xuemeng.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No address that a document names is ever asked. */
class XmlNetworkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a SYSTEM \"%s\"><a/>",
                "<!DOCTYPE a PUBLIC \"p\" \"%s\"><a/>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"%s\">]><a>&e;</a>",
                "<!DOCTYPE a [<!ENTITY %% e SYSTEM \"%s\"> %%e;]><a/>",
                "<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:a %s'/>",
                "<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='%s'/>",
                "<a><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='%s'/></a>",
                "<?xml-stylesheet href='%s'?><a/>"
            })
    void asksNoAddressThatADocumentNames(String document) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            byte[] bytes = String.format(document, address).getBytes(StandardCharsets.UTF_8);
            Walk.through(bytes, Limits.defaults(), new FindingCollector());
            // A connection would wait in the queue by now, so the shortest time-out tells.
            server.setSoTimeout(1);
            boolean asked;
            try {
                server.accept().close();
                asked = true;
            } catch (SocketTimeoutException e) {
                asked = false;
            }
            assertThat(asked).isFalse();
        }
    }
}
