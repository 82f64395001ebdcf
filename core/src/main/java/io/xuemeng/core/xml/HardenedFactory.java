package io.xuemeng.core.xml;

import com.ctc.wstx.api.ReaderConfig;
import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.io.InputBootstrapper;
import com.ctc.wstx.io.ReaderBootstrapper;
import com.ctc.wstx.io.StreamBootstrapper;
import com.ctc.wstx.io.SystemId;
import com.ctc.wstx.stax.WstxInputFactory;
import io.xuemeng.core.input.Limits;
import java.io.CharArrayReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a parser is made. Woodstox is constructed by name, because what {@code XMLInputFactory.newFactory()}
 * finds depends on the class path of whoever uses this library. Configured once and never changed after, so it is shared
 * between threads.
 */
final class HardenedFactory {

    private static final WstxInputFactory FACTORY = create();

    /** A document has no address, so nothing in it can be resolved against one. */
    private static final @Nullable SystemId NO_ADDRESS = null;

    private HardenedFactory() {}

    private static WstxInputFactory create() {
        XMLResolver refusing = (publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the document is read");
        };
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        // A DOCTYPE is passed over as an event, which the reader refuses; its declarations are never processed.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1L);
        factory.setProperty(XMLInputFactory.RESOLVER, refusing);
        factory.setProperty(WstxInputProperties.P_ENTITY_RESOLVER, refusing);
        factory.setProperty(WstxInputProperties.P_DTD_RESOLVER, refusing);
        factory.setProperty(WstxInputProperties.P_UNDECLARED_ENTITY_RESOLVER, null);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // A text that was only half read would fail in getText(), which can throw nothing that is documented.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        // The reader itself checks depth and text; these only must not be in the way of larger limits.
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, Integer.MAX_VALUE);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, Integer.MAX_VALUE);
        // Most records and manifests fit, so no name and no text lies across two fillings; buffers are kept by thread.
        factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, 16 << 10);
        return factory;
    }

    /** A parser over UTF-8. */
    static XMLStreamReader overUtf8(byte[] document, int from, Limits limits) throws XMLStreamException {
        return open(StreamBootstrapper.getInstance(null, NO_ADDRESS, document, from, document.length), limits);
    }

    /** A parser over characters that were decoded before, whatever the document says of its encoding. */
    static XMLStreamReader overCharacters(char[] characters, int length, Limits limits) throws XMLStreamException {
        CharArrayReader reader = new CharArrayReader(characters, 0, length);
        return open(ReaderBootstrapper.getInstance(null, NO_ADDRESS, reader, null), limits);
    }

    private static XMLStreamReader open(InputBootstrapper input, Limits limits) throws XMLStreamException {
        ReaderConfig config = FACTORY.createPrivateConfig();
        // Attributes are counted by the parser: it compares each with all, so a check after the tag would be too late.
        config.setMaxAttributesPerElement(limits.attributesPerElement());
        config.setMaxAttributeSize(limits.textLength());
        return FACTORY.createSR(config, NO_ADDRESS, input, false, false);
    }
}
