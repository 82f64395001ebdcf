package io.xuemeng.resource.xml.jaxb;

import io.xuemeng.core.xml.XmlReader;
import io.xuemeng.core.xml.XmlWriter;
import io.xuemeng.resource.metadata.ResourceMetadata;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import jakarta.xml.bind.ValidationEvent;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Runs JAXB. The context is made once, when first needed; it is thread-safe. */
public final class LomBinding {

    private static final class Holder {
        private static final JAXBContext CONTEXT = create();

        private static JAXBContext create() {
            try {
                return JAXBContext.newInstance(ResourceMetadataBinding.class);
            } catch (JAXBException e) {
                throw new IllegalStateException(
                        "no JAXB runtime could bind the metadata classes; org.glassfish.jaxb:jaxb-runtime must be there",
                        e);
            }
        }
    }

    private LomBinding() {}

    /**
     * Reads a record.
     *
     * @throws XMLStreamException when the document cannot be read on, or is not of the canonical form
     */
    public static ResourceMetadata read(XmlReader xml) throws XMLStreamException {
        AtomicReference<@Nullable ValidationEvent> fault = new AtomicReference<>();
        try {
            Unmarshaller unmarshaller = Holder.CONTEXT.createUnmarshaller();
            unmarshaller.setEventHandler(event -> {
                fault.compareAndSet(null, event);
                return false;
            });
            Object root = unmarshaller.unmarshal(new ExtensionAsText(xml));
            if (root instanceof ResourceMetadataBinding binding) {
                return BindingReader.read(binding);
            }
            throw new XMLStreamException("the root element is not a metadata record", xml.getLocation());
        } catch (JAXBException e) {
            throw asStreamException(e, fault.get(), xml);
        }
    }

    private static XMLStreamException asStreamException(
            JAXBException e, @Nullable ValidationEvent fault, XmlReader xml) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof XMLStreamException known) {
                return known;
            }
        }
        String message = fault == null ? String.valueOf(e.getMessage()) : fault.getMessage();
        return new XMLStreamException("not of the canonical form: " + message, xml.getLocation(), e);
    }

    /**
     * Writes a record as a document.
     *
     * @throws XMLStreamException when it cannot be written
     */
    public static void write(ResourceMetadata metadata, XmlWriter xml) throws XMLStreamException {
        try {
            Marshaller marshaller = Holder.CONTEXT.createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            marshaller.marshal(RecordBinder.bind(metadata), xml);
        } catch (JAXBException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof XMLStreamException known) {
                    throw known;
                }
            }
            throw new XMLStreamException("the record could not be written", e);
        }
    }
}
