package org.postlotse.catalogue;

import java.util.List;

/** The domains whose mail is delivered to a brand's hosts. */
record MxDomains(List<BrandDomains> brands, MailExchangers dns) implements DomainSource {
    static final String ID = "mx";

    MxDomains {
        brands = List.copyOf(brands);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean configured() {
        return brands.stream().anyMatch(brand -> !brand.mxHosts().isEmpty());
    }

    @Override
    public DomainReply ask(Domain domain) {
        return switch (dns.of(domain)) {
            case MailExchangers.Reply.Hosts answer ->
                brands.stream()
                        .filter(brand -> brand.mxHosts().stream().anyMatch(answer.hosts()::contains))
                        .findFirst()
                        .<DomainReply>map(
                                brand -> new DomainReply.Ours(brand.brand().id(), answer.keep()))
                        .orElseGet(() -> new DomainReply.Unknown(answer.keep()));
            case MailExchangers.Reply.Silent silent -> new DomainReply.Silent(silent.why());
        };
    }
}
