import Evidence
import EvidenceReading
import Testing

/// Every class of noun in every position that it may stand in, and beside it the same words where they are no source.
@Suite struct AttributionPositionTests {
    @Test(
        "an account speaks for whoever gave it, wherever that stands",
        arguments: [
            Ending("Staff feedback about rotas was mixed.", .staff),
            Ending("Residents’ views of the new hub were divided.", .people),
            Ending("Feedback from hospices about the council’s work with families was good.", .partners),
            Ending(
                "The comments we received were mostly kind from tenants and unpaid carers.", .people, .carers),
            Ending(
                "We heard strong praise for the lunch club, from both families and carers.", .people, .carers),
            Ending("We received reports of long waits from providers.", .providers),
            Ending("There was frustration among social workers about the new forms.", .staff),
            Ending("There were also concerns from charities about short contracts.", .partners),
            Ending("Concerns about parking were raised by carers.", .carers),
            Ending("Among tenants and carers there was a view that parking was short.", .people, .carers),
            Ending("The list had grown, with mixed views from providers about why.", .providers),
            Ending("Themes from tenants’ feedback included noise and damp.", .people),
            Ending("In feedback from carers, respite came first.", .carers),
            Ending("Leaders gave examples, and this was reflected in staff feedback.", .staff, .leaders),
            Ending("This was mirrored in providers and partners feedback.", .partners, .providers),
            Ending("Waits had fallen, which was borne out by feedback from families.", .people),
        ])
    func accounts(ending: Ending) throws { try ending.check() }

    @Test(
        "an account that is gathered, used or about somebody is nobody’s",
        arguments: [
            Ending("The feedback about the patience of staff was good."),
            Ending("There was positive feedback about support from staff."),
            Ending("There was positive feedback about staff from families.", .people),
            Ending("Feedback from carers was collected each month."),
            Ending("Feedback from providers was used by officers to mend the portal."),
            Ending("Following feedback from tenants, the letters were changed."),
            Ending("Concerns from providers were logged."),
            Ending("The views of carers were important to the council."),
            Ending("Reports set figures beside families’ experiences each month."),
            Ending("Staff acted on concerns raised by families."),
        ])
    func topics(ending: Ending) throws { try ending.check() }

    @Test(
        "who holds a view is a source in every form of the verb",
        arguments: [
            Ending("Tenants also agreed they paid a fair rent.", .people),
            Ending("Providers had ‘agreed’ or ‘strongly agreed’ they were paid in time.", .providers),
            Ending("Residents saw the bus as a lifeline.", .people),
            Ending("The bus was seen by residents as a lifeline.", .people),
            Ending("The bus was kept, with residents seeing it as a lifeline.", .people),
            Ending("The bus, which residents saw as a lifeline, was kept.", .people),
            Ending("The head of the team was regarded as fair by the night shift workers.", .staff),
            Ending("Directors gave assurance that audits were read.", .leaders),
            Ending("Assurance was given by directors that audits were read.", .leaders),
            Ending("The move was well received by tenants.", .people),
            Ending("The keys were received by tenants."),
            Ending("These figures were borne out by carers.", .carers),
            Ending("The club was supported by carers."),
            Ending("Carers experienced long waits for a break.", .carers),
            Ending("Residents did not see the bus as a lifeline.", .people),
            Ending("Tenants agreed the rent was fair.", .people),
            Ending("Tenants agreed the rent each year."),
            Ending("Staff experienced in dementia care ran the club."),
            Ending("Some people with sight loss found the letters hard to read.", .people),
            Ending("Staff found a new venue."),
            Ending("Groups of drivers and village wardens recognised holes in the timetable."),
            Ending(
                "Groups of carers and community organisations recognised holes in the offer.", .carers,
                .partners),
        ])
    func stance(ending: Ending) throws { try ending.check() }

    @Test(
        "the authority speaks far from its name, in May, and as “they”",
        arguments: [
            Ending(
                "The borough had no plan of its own for falls, but told us it used the county’s.", .localData),
            Ending("The council said in May that the post was filled.", .localData),
            Ending("Feedback from the council was that the site had been sold.", .localData),
            Ending("We were told by the local authority that the site had been sold.", .localData),
            Ending(
                "The council told us of a new line. It ran at night. They said calls had risen.", .localData),
            Ending("Staff told us of a new line. It ran at night. They said calls had risen.", .staff),
            Ending("The council ran a night line. They said calls had risen.", .localData),
            Ending("The council told staff of a new line."),
            Ending("The council disputed this, telling us that 9 posts were filled.", .localData),
            Ending("The council was unable to tell us who had paid.", .localData),
            Ending("The local authority identified that 1 in 9 tenants lived alone.", .localData),
            Ending("The local authority recognised that there was a gap."),
        ])
    func authority(ending: Ending) throws { try ending.check() }
}
