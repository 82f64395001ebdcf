/**
 * The canonical XML form bound with JAXB: one annotated class for each record of the model, named after it, and the mapping between
 * the two. Not exported: JAXB types stay inside.
 */
@NullMarked
@XmlSchema(
        namespace = BoundNamespaces.LOM,
        elementFormDefault = XmlNsForm.QUALIFIED,
        xmlns = {
            @XmlNs(prefix = "", namespaceURI = BoundNamespaces.LOM),
            @XmlNs(prefix = "xm", namespaceURI = BoundNamespaces.XUEMENG)
        })
package io.xuemeng.resource.xml.jaxb;

import jakarta.xml.bind.annotation.XmlNs;
import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import org.jspecify.annotations.NullMarked;
